package stress.contract;

/**
 * The message that a client may send and that the server answers with a message of its mark.
 *
 * @param body a document or a text; holds the mark
 * @param binary whether it is sent as a binary message
 */
public record Echo(Body body, boolean binary) {

  /** The bytes of the message with this mark; the same mark gives the same bytes. */
  public byte[] message(String mark) {
    return new RequestWriter(Values.forMessage(mark)).bytes(body);
  }
}
