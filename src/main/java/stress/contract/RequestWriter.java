package stress.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;

/** Writes requests for one set of values. */
final class RequestWriter {
  private final Values values;

  RequestWriter(Values values) {
    this.values = values;
  }

  Rendered write(Call call) {
    throw new UnsupportedOperationException("not yet " + values + call);
  }

  String target(TextTemplate path, Map<String, Template> query) {
    throw new UnsupportedOperationException("not yet " + path + query);
  }

  String text(Body body) {
    throw new UnsupportedOperationException("not yet " + body);
  }

  static ArrayNode documents(Template job, List<Values> each) {
    throw new UnsupportedOperationException("not yet " + job + each);
  }
}
