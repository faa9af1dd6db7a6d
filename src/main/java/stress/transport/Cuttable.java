package stress.transport;

/** Something open that the end of the run cuts. */
interface Cuttable {
  /** Any thread. */
  void cut();
}
