package stress.broken.measure;

final class MutableStatic {
  static int count;

  private MutableStatic() {}
}
