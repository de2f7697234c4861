package io.shisei.control;

import io.shisei.inventory.Document;
import java.util.Map;

/**
 * A document with all that it is judged by.
 *
 * @param parameters those that have another value than their default
 */
record Case(Map<String, Object> parameters, Occasion occasion, Document document) {}
