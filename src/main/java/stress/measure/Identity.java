package stress.measure;

/** What a target can get wrong about the identity of its jobs. */
public enum Identity {
  ID_TWICE("handed-out-twice", "an id was handed out for two submissions"),
  FOREIGN("foreign", "an answer or frame spoke of another job than the one asked for"),
  TERMINAL_CHANGED("terminal-changed", "a terminal status changed afterwards"),
  PROGRESS_BACK("progress-back", "progress went backwards"),
  STATUS_BACK("status-back", "a running job was seen waiting again"),
  SEQUENCE_GAP("sequence-gap", "a frame's sequence number was not the next one"),
  UNKNOWN_WORD("unknown-word", "a status word that the contract does not know"),
  ENDED_EARLY("ended-early", "a socket closed before the job's terminal status");

  private final String id;
  private final String text;

  Identity(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The finding as half a sentence. */
  public String text() {
    return text;
  }
}
