package io.shisei.control.catalogue;

import io.shisei.control.catalogue.Yaml.Entry;
import io.shisei.control.catalogue.Yaml.Mapping;
import io.shisei.control.catalogue.Yaml.Place;
import io.shisei.control.catalogue.Yaml.Scalar;
import io.shisei.control.catalogue.Yaml.Sequence;
import io.shisei.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML file, noting where each piece stands. */
public final class YamlFile {

    private final TextFile file;
    private final FileProblems problems;

    public YamlFile(TextFile file, FileProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The mapping that the file consists of; empty, and a problem noted, when there is none. */
    public Optional<Mapping> read() {
        try (var parser = YamlReader.pieces(file.text())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                var mapping = mapping(parser);
                if (parser.nextToken() != null) {
                    problems.add(
                            file.name(),
                            place(parser.currentTokenLocation()),
                            "a second document begins: nothing of it would be read");
                }
                return Optional.of(mapping);
            }
            problems.add(file.name(), new Place(1, 1), "the file should be a mapping of keys to values");
        } catch (JacksonException e) {
            var message = e.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(file.name(), place(e.getLocation()), "this is not YAML: " + message);
        }
        return Optional.empty();
    }

    private Yaml value(JsonParser parser) {
        var place = place(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> sequence(parser, place);
            case VALUE_NULL -> new Scalar(place, null);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getBooleanValue());
            case VALUE_NUMBER_INT -> new Scalar(place, parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, parser.getDoubleValue());
            default -> new Scalar(place, text(parser, place));
        };
    }

    /** The parser gives the name of an alias for what it stands for. */
    private String text(JsonParser parser, Place place) {
        var text = parser.getString();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(file.name(), place, "'*" + text + "' is an alias: write out what it stands for");
        }
        return text;
    }

    private Mapping mapping(JsonParser parser) {
        var place = place(parser.currentTokenLocation());
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var keyPlace = place(parser.currentTokenLocation());
            var key = parser.currentName();
            parser.nextToken();
            if (entries.put(key, new Entry(keyPlace, value(parser))) != null) {
                problems.add(file.name(), keyPlace, "'" + key + "' stands here twice: remove one");
            }
        }
        return new Mapping(place, entries);
    }

    private Sequence sequence(JsonParser parser, Place place) {
        var items = new ArrayList<Yaml>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Sequence(place, items);
    }

    private static Place place(TokenStreamLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
