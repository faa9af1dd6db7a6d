package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Fills templates for one set of values. A draw depends on seed, index and the place in the
 * template, never on what was drawn before.
 */
final class TemplateWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private final Values values;

  TemplateWriter(Values values) {
    this.values = values;
  }

  /** The bodies of many jobs, one after the other. */
  static ArrayNode documents(Template job, List<Values> each) {
    ArrayNode bodies = NODES.arrayNode();
    each.forEach(values -> bodies.add(new TemplateWriter(values).make(job, "")));
    return bodies;
  }

  /** The value of a template that stands alone. */
  JsonNode make(Template template, String place) {
    return make(template, place, Map.of());
  }

  /** The value of a member of {@code siblings}, which stands at {@code parent}. */
  JsonNode member(Map<String, Template> siblings, String parent, String name) {
    return make(siblings.get(name), parent + "/" + name, siblings);
  }

  private JsonNode make(Template template, String place, Map<String, Template> siblings) {
    if (template instanceof Template.Literal literal) {
      return literal.value();
    } else if (template instanceof Template.Members members) {
      return object(members.members(), place);
    } else if (template instanceof Template.Elements elements) {
      return array(elements.elements(), place);
    } else if (template instanceof Template.Index index) {
      return LongNode.valueOf(index.first() + values.index());
    } else if (template instanceof Template.Text text) {
      return TextNode.valueOf(text.text().fill(values, UnaryOperator.identity()));
    } else if (template instanceof Template.JobId id) {
      return id(id);
    } else if (template instanceof Template.Jobs) {
      return values.jobs();
    }
    return drawn(template, place, siblings);
  }

  private JsonNode drawn(Template template, String place, Map<String, Template> siblings) {
    if (template instanceof Template.Choice choice) {
      return choice.values().get((int) values.draw(place, choice.values().size()));
    } else if (template instanceof Template.WholeNumber number) {
      long count = number.most() - number.least() + 1;
      return LongNode.valueOf(number.least() + values.draw(place, count));
    } else if (template instanceof Template.DecimalNumber number) {
      return decimal(number, place);
    } else if (template instanceof Template.DateBetween date) {
      return TextNode.valueOf(date.form().write(between(date, place)));
    } else if (template instanceof Template.DateAfter date) {
      return TextNode.valueOf(date.form().write(after(date, place, siblings)));
    }
    throw new IllegalStateException("A kind of template without a writer: " + template);
  }

  private ObjectNode object(Map<String, Template> members, String place) {
    ObjectNode object = NODES.objectNode();
    members.keySet().forEach(name -> object.set(name, member(members, place, name)));
    return object;
  }

  private ArrayNode array(List<Template> elements, String place) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < elements.size(); i++) {
      array.add(make(elements.get(i), place + "/" + i));
    }
    return array;
  }

  private JsonNode id(Template.JobId rule) {
    boolean number = rule.number() && WHOLE_NUMBER.matcher(values.id()).matches();
    return number
        ? BigIntegerNode.valueOf(new BigInteger(values.id()))
        : TextNode.valueOf(values.id());
  }

  private JsonNode decimal(Template.DecimalNumber number, String place) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(number.digits());
    long count = number.most().subtract(number.least()).divide(step).longValueExact() + 1;
    BigDecimal drawn =
        number.least().add(step.multiply(BigDecimal.valueOf(values.draw(place, count))));
    return DecimalNode.valueOf(drawn.setScale(number.digits()));
  }

  private LocalDate between(Template.DateBetween date, String place) {
    long count = date.last().toEpochDay() - date.first().toEpochDay() + 1;
    return date.first().plusDays(values.draw(place, count));
  }

  private LocalDate after(Template.DateAfter date, String place, Map<String, Template> siblings) {
    String other = place.substring(0, place.lastIndexOf('/') + 1) + date.sibling();
    LocalDate start =
        siblings.get(date.sibling()) instanceof Template.DateAfter earlier
            ? after(earlier, other, siblings)
            : between((Template.DateBetween) siblings.get(date.sibling()), other);
    return start.plusDays(date.least() + values.draw(place, date.most() - date.least() + 1L));
  }
}
