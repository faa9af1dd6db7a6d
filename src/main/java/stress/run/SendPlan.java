package stress.run;

import java.util.Optional;
import stress.websocket.SendPace;

/**
 * What the throughput scenario sends.
 *
 * @param text a message with a place for its mark; absent means the contract's own message, or,
 *     where it has none, the mark alone
 * @param binary sent as binary; of a contract's own message the contract says so, too
 * @param size bytes to which shorter messages are filled up; 0 for none
 */
public record SendPlan(Optional<String> text, boolean binary, int size, SendPace pace) {}
