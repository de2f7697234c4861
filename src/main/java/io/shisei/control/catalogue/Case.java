package io.shisei.control.catalogue;

import io.shisei.control.Occasion;
import io.shisei.inventory.Document;
import java.util.Map;

/**
 * A document with all that it is judged by.
 *
 * @param parameters those that have another value than their default
 */
public record Case(Map<String, Object> parameters, Occasion occasion, Document document) {}
