/** What the API answers when something is wrong: RFC 9457 problems. */
@NullMarked
package io.shisei.api.problem;

import org.jspecify.annotations.NullMarked;
