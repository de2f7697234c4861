package io.shisei.export;

import io.shisei.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** An object on each line. */
final class JsonLines implements Layout {

    private final Writer out;
    private final Function<Finding, Object> object;
    private final JsonMapper json;

    JsonLines(Writer out, Function<Finding, Object> object, JsonMapper json) {
        this.out = out;
        this.object = object;
        this.json = json;
    }

    /** Names and values as the API has them. */
    JsonLines(Writer out, Function<Finding, Object> object) {
        this(out, object, JsonMapper.shared());
    }

    @Override
    public void add(Finding finding) throws IOException {
        out.write(json.writeValueAsString(object.apply(finding)));
        out.write('\n');
    }
}
