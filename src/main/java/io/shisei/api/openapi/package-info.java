/** What the description of the API says beyond what springdoc finds out by itself. */
@NullMarked
package io.shisei.api.openapi;

import org.jspecify.annotations.NullMarked;
