package stress.verdict;

import java.util.Optional;

/** One line of the troubleshooting list: looks at a scenario and may recognise something. */
interface DiagnosisRule {
  /** The two halves of a diagnosis; see {@link Diagnosis}. */
  record Said(String evidence, String advice) {}

  /** The rule's name, unique among all. */
  String id();

  /** What the rule recognises; empty when what it is about was not seen. */
  Optional<Said> of(Observed seen);
}
