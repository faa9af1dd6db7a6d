package stress.broken.verdict;

final class UsesInjection {
  @jakarta.inject.Inject Object container;
}
