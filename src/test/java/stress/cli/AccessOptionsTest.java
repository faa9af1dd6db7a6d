package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header that says who we are. */
final class AccessOptionsTest {
  private final AccessOptions options = new AccessOptions();

  @Test
  void aTokenOfTheEnvironment() {
    options.bearer = Optional.of(new Secret.Variable("TOKEN"));
    assertThat(options.headers(name -> Optional.of(name + "-value")))
        .containsExactly(java.util.Map.entry("Authorization", "Bearer TOKEN-value"));
  }

  @Test
  void aNameAndPasswordOfAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "user:p:w\n");
    options.basic = Optional.of(new Secret.InFile(file));
    assertThat(options.headers(name -> Optional.empty()))
        .containsExactly(java.util.Map.entry("Authorization", "Basic dXNlcjpwOnc="));
  }

  @Test
  void nobody() {
    assertThat(options.headers(name -> Optional.empty())).isEmpty();
  }
}
