package stress.broken.measure;

final class BadNames {
  static final class TextUtil {}

  static final class TextUtils {}

  static final class JobHelper {}

  static final class RunManager {}

  static final class ClientImpl {}

  abstract static class BaseClient {}

  /** An address, and so well named. */
  static final class BaseUrl {}

  private BadNames() {}
}
