package stress.broken.stray;

final class OutsideTheTable {}
