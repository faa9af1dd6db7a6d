package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorLogTest {
  private static ErrorSignature signature(int i) {
    return ErrorSignature.of(Phase.POLL, ErrorKind.OTHER, "kind " + i);
  }

  @Test
  void tells_a_hundred_signatures_apart_and_counts_the_others() {
    ErrorLog log = new ErrorLog();
    for (int i = 0; i < 150; i++) {
      log.add(signature(i), i, "");
    }
    log.add(signature(99), 200, "");
    log.add(signature(149), 201, "");
    assertThat(log.entries()).hasSize(100);
    assertThat(log.entries().get(0)).isEqualTo(new ErrorEntry(signature(99), 2, 99, 200, ""));
    assertThat(log.beyond()).isEqualTo(51);
  }

  @Test
  void keeps_the_first_sample_and_details_bounded_and_well_formed() {
    ErrorLog log = new ErrorLog();
    log.add(signature(1), 0, "x".repeat(198) + "😀😀");
    log.add(signature(1), 1, "second");
    assertThat(log.entries().get(0).sample()).isEqualTo("x".repeat(198) + "…");
    assertThat(ErrorSignature.of(Phase.POLL, ErrorKind.OTHER, "y".repeat(500)).detail())
        .hasSize(120)
        .endsWith("y…");
    assertThat(ErrorSignature.of(Phase.POLL, ErrorKind.OTHER, "a\ud83db").detail())
        .isEqualTo("a\ufffdb");
  }

  @Test
  void keeps_five_different_samples_of_a_contradiction() {
    IdentityLog log = new IdentityLog();
    for (int i = 0; i < 20; i++) {
      log.add(Identity.UNKNOWN_WORD, (i / 2) + "-" + "z".repeat(500));
    }
    IdentityFinding finding = log.findings().get(0);
    assertThat(finding.count()).isEqualTo(20);
    assertThat(finding.samples()).hasSize(5).allMatch(sample -> sample.length() == 200);
  }
}
