package stress.broken.simulator;

final class ImportsContract {
  stress.broken.contract.BindsJson contract;
}
