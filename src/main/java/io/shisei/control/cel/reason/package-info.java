/** The sentences that say why a control judged as it did. */
@NullMarked
package io.shisei.control.cel.reason;

import org.jspecify.annotations.NullMarked;
