package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "access_token",
        "key",
        "api_key",
        "API-KEY",
        "secret",
        "client_secret",
        "auth",
        "Authorization",
        "password",
        "passwd",
        "sig",
        "X-Amz-Signature",
        "jwt",
        "session",
        "sessionId",
        "ticket",
        "code",
        "X-Amz-Credential"
      })
  void theValueOfASecretParameterIsHidden(String name) {
    assertThat(Secrets.maskedQuery("a=1&" + name + "=s3cr3t%20&b=2"))
        .isEqualTo("a=1&" + name + "=…&b=2");
    assertThat(TargetUrl.parse("wss://h/p?" + name + "=s3cr3t").display())
        .isEqualTo("wss://h/p?" + name + "=…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"symbol=aapl", "a=1&b=2", "flag", "", "page=2&size=10;x=y", "a=b=c"})
  void otherParametersAreShownAsTheyAre(String query) {
    assertThat(Secrets.maskedQuery(query)).isEqualTo(query);
    assertThat(TargetUrl.parse("http://h/p?" + query).display()).isEqualTo("http://h/p?" + query);
  }

  @ParameterizedTest
  @CsvSource({
    "wss://u:p@h/x?token=1&a=2, wss://…@h/x?token=…&a=2",
    "//u@h/x, //…@h/x",
    "/x?a=1;key=2, /x?a=1;key=…",
    "http://h/a@b, http://h/a@b",
    "token=, token="
  })
  void anAddressIsMaskedWhateverItsForm(String address, String masked) {
    assertThat(Secrets.masked(address)).isEqualTo(masked);
  }
}
