package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same. */
class SchemaTest {
  private static final String REST =
      "name: t\nstatus: {path: '/j/{id}', word: /s, words: {succeeded: done}}\n";

  private final BuiltInContracts builtIn = new BuiltInContracts(Contracts::environment);
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(builtIn.schema());

  private Set<ValidationMessage> validate(String yaml) throws Exception {
    boolean json = yaml.startsWith("{"); // one fixture is JSON with tabs, which is no YAML
    JsonNode tree = (json ? new JsonMapper() : new YAMLMapper()).readTree(yaml);
    return schema.validate(tree);
  }

  static Iterable<Path> fixtures() {
    return Contracts.fixtures();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixturesAreRight(Path file) throws Exception {
    assertThat(validate(Files.readString(file))).isEmpty();
    assertThat(Contracts.fixture(file.getFileName().toString()).name())
        .isEqualTo(file.getFileName().toString().contains("json") ? "json" : base(file));
  }

  private static String base(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  @Test
  void builtInContractsAreRight() throws Exception {
    for (String name : List.of("monte-carlo", "monte-carlo-async", "echo")) {
      assertThat(validate(builtIn.text(name).orElseThrow())).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit: {path: /j, id: /id}",
        "submit: {path: /j, id: ''}",
        "submit: {path: /j, id: [/a, /b], accept: [2xx, 301, 400-404]}",
        "submit: {path: /j, id: /id, body: {json: {a: {$literal: {$b: 1}}}}}",
        "submit: {path: /j, id: /id, body: {json: [null, {$index: -3}]}}",
        "submit: {path: /j, id: /id}\nqueueMetrics: []",
        "submit: {path: /j, id: /id}\nbase: HTTP://u@h:1/x/",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, time: /t, unknownJob: waiting}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, echo: {text: '{mark}'}}",
      })
  void bothAccept(String text) throws Exception {
    assertThat(validate(REST + text)).isEmpty();
    assertThat(Contracts.read(REST + text).name()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "submit: {path: /j}",
        "submit: {id: /id}",
        "submit: {path: j, id: /id}",
        "submit: {path: '/j?x=1', id: /id}",
        "submit: {path: /j, id: id}",
        "submit: {path: /j, id: []}",
        "submit: {path: /j, id: 5}",
        "submit: {path: /j, id: {}}",
        "submit: {path: /j, id: {pointer: /a, header: B}}",
        "submit: {path: /j, id: {pointer: /a, take: value}}",
        "submit: {path: /j, id: {header: Location, take: all}}",
        "submit: {path: /j, id: /id, address: {header: A, take: value}}",
        "submit: {path: /j, id: /id, state: same}",
        "submit: {path: /j, id: /id, state: {error: /e}}",
        "submit: {path: /j, id: /id, state: {done: /d, failed: /f, words: {failed: x}}}",
        "submit: {path: /j, id: /id, state: {word: /d, case: ignore}}",
        "submit: {path: /j, id: /id, method: post}",
        "submit: {path: /j, id: /id, accept: 2yy}",
        "submit: {path: /j, id: /id, accept: 99}",
        "submit: {path: /j, id: /id, accept: 600}",
        "submit: {path: /j, id: /id, accept: []}",
        "submit: {path: /j, id: /id, contentType: text/plain}",
        "submit: {path: /j, id: /id, body: {}}",
        "submit: {path: /j, id: /id, body: {json: 1, text: a}}",
        "submit: {path: /j, id: /id, body: {xml: a}}",
        "submit: {path: /j, id: /id, body: {form: [a]}}",
        "submit: {path: /j, id: /id, body: {form: {a: {b: 1}}}}",
        "submit: {path: /j, id: /id, body: {form: {a: null}}}",
        "submit: {path: /j, id: /id, body: {json: {$chioce: [1]}}}",
        "submit: {path: /j, id: /id, body: {json: {$choice: [1], b: 2}}}",
        "submit: {path: /j, id: /id, body: {json: {$integer: [1]}}}",
        "submit: {path: /j, id: /id, body: {json: {$integer: [1, a]}}}",
        "submit: {path: /j, id: /id, body: {json: {$decimal: [1, 2]}}}",
        "submit: {path: /j, id: /id, body: {json: {$decimal: {range: [1, 2]}}}}",
        "submit: {path: /j, id: /id, body: {json: {$decimal: {range: [1, 2], digits: 16}}}}",
        "submit: {path: /j, id: /id, body: {json: {$date: {}}}}",
        "submit: {path: /j, id: /id, body: {json: {$date: {range: [a, b]}}}}",
        "submit: {path: /j, id: /id, body: {json: {$date: {after: b}}}}",
        "submit: {path: /j, id: /id, body: {json: {$tag: 1}}}",
        "submit: {path: /j, id: /id, query: [a]}",
        "submit: {path: /j, id: /id, query: {a: [[1]]}}",
        "submit: {path: /j, id: /id, headers: {A: 1}}",
        "submit: {path: /j, id: /id, headers: {'A B': x}}",
        "submit: {path: /j, id: /id, headers: {content-type: x}}",
        "submit: {path: /j, id: /id}\nbase: localhost",
        "submit: {path: /j, id: /id}\nbase: 'http://'",
        "submit: {path: /j, id: /id}\nbase: 'http:///x'",
        "submit: {path: /j, id: /id}\nsocketBase: http://h",
        "submit: {path: /j, id: /id}\ncancle: {path: '/{id}'}",
        "submit: {path: /j, id: /id}\ncancel: {path: '/{id}', word: /x}",
        "submit: {path: /j, id: /id}\nlist: /list",
        "submit: {path: /j, id: /id}\nlist:",
        "submit: {path: /j, id: /id}\nready: {path: /r}",
        "submit: {path: /j, id: /id}\nqueueMetrics: [{path: /m}]",
        "submit: {path: /j, id: /id}\nbulk: {path: /b}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, closesAtEnd: 1}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, subprotocols: 'a b'}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, subprotocols: []}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, firstMessages: [{form: {a: b}}]}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, frames: {progress: /p}}",
        "submit: {path: /j, id: /id}\ndescription: ' '",
        "submit: {path: /j, id: /id}\nsocket: {sequence: /n}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, unknownJob: lost}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, unknownJob: []}",
        "submit: {path: /j, id: /id}\nsocket: {path: /s, time: {zone: UTC}}",
        "socket: {path: /s}",
      })
  void bothRefuse(String text) throws Exception {
    assertThat(validate(REST + text)).isNotEmpty();
    assertThatThrownBy(() -> Contracts.read(REST + text)).isInstanceOf(ContractException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{path: /s/, query: {a: [1, 2]}, time: [/a, /b], sequence: /n}",
        "{time: {pointer: /t, zone: UTC, epoch: millis}}",
        "{echo: {json: {a: {$mark: 'm-'}}, binary: true}}",
        "{echo: {text: 'ping {mark}', binary: false}}",
        "{frames: {word: /s, words: {failed: bad}}, closesAtEnd: true}",
        "{}\nready: [{path: /r}]\nsocketBase: ws://h/x",
      })
  void bothAcceptASocketAlone(String text) throws Exception {
    assertThat(validate("name: t\nsocket: " + text)).isEmpty();
    assertThat(api("name: t\nsocket: " + text)).isInstanceOf(SocketApi.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "{path: s}",
        "{path: ''}",
        "{frames: status}",
        "{unknownJob: waiting}",
        "{time: t}",
        "{time: {pointer: /t, epoch: days}}",
        "{echo: {}}",
        "{echo: {binary: true}}",
        "{echo: {text: ping}}",
        "{echo: {json: {$mark: 1}}}",
        "{echo: {json: {$mark: ''}, text: '{mark}'}}",
        "{echo: {form: {a: '{mark}'}}}",
        "{echo: {text: '{mark}', binary: 1}}",
        "{}\ncancel: {path: /c}",
        "{}\nlist: {path: /c}",
        "{}\nqueueMetrics: []",
        "{}\nsubmit: {path: /j, id: /id}",
      })
  void bothRefuseASocketAlone(String text) throws Exception {
    assertThat(validate("name: t\nsocket: " + text)).isNotEmpty();
    assertThatThrownBy(() -> api("name: t\nsocket: " + text)).isInstanceOf(ContractException.class);
  }

  private static Api api(String text) {
    return new ContractReader(Contracts::environment).api("test.yaml", text);
  }
}
