package stress.websocket;

import io.smallrye.mutiny.Uni;

/** What the client does in a case, and how the reaction is judged. */
@FunctionalInterface
public interface CasePlay {
  /** Plays when subscribed; a failure means that we, not the target, failed. */
  Uni<CaseOutcome> play(CaseRoom room);
}
