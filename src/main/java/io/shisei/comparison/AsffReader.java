package io.shisei.comparison;

import io.shisei.refusal.Refusal;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads findings from a file, however many, in each form that people have: {@code {"Findings": […]}} as {@code aws
 * securityhub get-findings} prints it, once or several times; a list; or one finding after the other, as in JSON lines.
 */
final class AsffReader {

    /** Longer than any text of a finding, which has 240 KB at most. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser parser;
    private final Consumer<AsffFields> taker;

    private AsffReader(JsonParser parser, Consumer<AsffFields> taker) {
        this.parser = parser;
        this.taker = taker;
    }

    /**
     * Hands on each finding, and whatever stands in the place of one, and keeps none.
     *
     * @throws Refusal.Invalid when it is not JSON
     * @throws JacksonIOException when it cannot be read to its end
     */
    static void each(InputStream file, Consumer<AsffFields> taker) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), file)) {
            var reader = new AsffReader(parser, taker);
            while (parser.nextToken() != null) {
                reader.value();
            }
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw place == null
                    ? new Refusal.Invalid(ComparisonCode.NOT_JSON, null, 1, 1)
                    : new Refusal.Invalid(ComparisonCode.NOT_JSON, null, place.getLineNr(), place.getColumnNr());
        }
    }

    /** A finding, a list of values, or what holds such a list. */
    private void value() {
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value();
                }
            }
            case START_OBJECT -> object();
            default -> taker.accept(new AsffFields());
        }
    }

    private void object() {
        var fields = new AsffFields();
        var holds = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("Findings")) {
                holds = true;
                value();
            } else {
                field(name, fields);
            }
        }
        if (!holds) {
            taker.accept(fields);
        }
    }

    private void field(String path, AsffFields fields) {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING && AsffFields.have(path)) {
            fields.add(path, parser.getString());
        } else if (token == JsonToken.START_OBJECT && AsffFields.lieBelow(path)) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                field(path + "." + name, fields);
            }
        } else if (token == JsonToken.START_ARRAY && AsffFields.lieBelow(path)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                field(path, fields);
            }
        } else {
            parser.skipChildren();
        }
    }
}
