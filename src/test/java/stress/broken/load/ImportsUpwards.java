package stress.broken.load;

import stress.broken.run.Plan;

final class ImportsUpwards {
  final Plan[] plans = {};
}
