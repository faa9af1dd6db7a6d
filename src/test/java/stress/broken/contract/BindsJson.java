package stress.broken.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON into a type of ours. */
public final class BindsJson {
  record Named(String name) {}

  Named read(JsonNode tree) throws java.io.IOException {
    return new ObjectMapper().treeToValue(tree, Named.class);
  }
}
