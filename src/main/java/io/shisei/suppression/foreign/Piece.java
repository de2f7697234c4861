package io.shisei.suppression.foreign;

import io.shisei.refusal.Refusal;
import io.shisei.refusal.Storable;
import io.shisei.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A piece of a text in YAML, or in JSON, which YAML takes too.
 *
 * @param line where it stands, from 1
 * @param fields of a mapping, the last of those with the same name; empty where it is none
 * @param members of a list; empty where it is none
 * @param text of a single value; null where it is none, or YAML's null
 */
record Piece(
        int line,
        Map<String, Piece> fields,
        List<Piece> members,
        @Nullable String text) {

    private static final Piece NOTHING = new Piece(1, Map.of(), List.of(), null);

    /** @throws Refusal.Invalid when it is neither YAML nor JSON, or more than one document */
    static Piece read(String text) {
        try (var parser = YamlReader.pieces(plain(text))) {
            var whole = parser.nextToken() == null ? NOTHING : read(parser);
            if (parser.nextToken() != null) {
                throw new Refusal.Invalid(
                        ForeignCode.SEVERAL_DOCUMENTS,
                        "text",
                        parser.currentTokenLocation().getLineNr());
            }
            return whole;
        } catch (JacksonException e) {
            throw new Refusal.Invalid(ForeignCode.NOT_YAML, "text", YamlReader.line(e));
        }
    }

    /** Windows puts a mark first. JSON may be indented with tabs, as YAML may not; inside of its texts there are none. */
    private static String plain(String text) {
        var marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return marked.stripLeading().startsWith("{") ? marked.replace('\t', ' ') : marked;
    }

    private static Piece read(JsonParser parser) {
        var line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Piece(line, fields(parser), List.of(), null);
            case START_ARRAY -> new Piece(line, Map.of(), members(parser), null);
            case VALUE_NULL -> new Piece(line, Map.of(), List.of(), null);
            default -> new Piece(line, Map.of(), List.of(), scalar(parser, line));
        };
    }

    private static Map<String, Piece> fields(JsonParser parser) {
        var fields = new LinkedHashMap<String, Piece>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var line = parser.currentTokenLocation().getLineNr();
            var name = storable(parser.currentName(), line);
            parser.nextToken();
            var value = read(parser);
            fields.put(name, new Piece(line, value.fields(), value.members(), value.text()));
        }
        return fields;
    }

    private static List<Piece> members(JsonParser parser) {
        var members = new ArrayList<Piece>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            members.add(read(parser));
        }
        return members;
    }

    /** What an alias stands for is written out elsewhere, and not read twice. */
    private static String scalar(JsonParser parser, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new Refusal.Invalid(ForeignCode.ALIAS, "text", line, parser.getString());
        }
        return storable(parser.getString(), line);
    }

    private static String storable(String text, int line) {
        if (!Storable.is(text)) {
            throw new Refusal.Invalid(ForeignCode.NOT_YAML, "text", line);
        }
        return text;
    }

    /** Whether it is a mapping where a list, or a single text, is meant. */
    boolean isMapping() {
        return !fields.isEmpty();
    }

    /** The piece of that name; one without anything where there is none. */
    Piece field(String name) {
        return fields.getOrDefault(name, NOTHING);
    }

    /** The texts of a list, or a single one. */
    List<String> texts() {
        if (text != null) {
            return List.of(text);
        }
        return members.stream()
                .map(member -> member.text() == null ? "" : member.text())
                .toList();
    }
}
