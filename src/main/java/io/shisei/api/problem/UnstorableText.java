package io.shisei.api.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text in JSON that no database keeps, though JSON can spell it. */
public final class UnstorableText extends DatabindException {

    static final String DETAIL = "has a NUL character, or half a character (an unpaired surrogate)";

    public UnstorableText(JsonParser json) {
        super(json, DETAIL);
    }
}
