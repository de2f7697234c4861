package io.shisei.api;

import io.shisei.api.problem.UnstorableText;
import io.shisei.refusal.Storable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads texts that PostgreSQL and UTF-8 have: JSON may spell a NUL character, and halves of characters. */
final class StorableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var text = super.deserialize(json, context);
        if (text != null && !Storable.is(text)) {
            throw new UnstorableText(json);
        }
        return text;
    }
}
