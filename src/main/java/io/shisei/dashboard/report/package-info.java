/** Pages to be printed, for those who only read one: what became of a standard, an account or a control. */
@NullMarked
package io.shisei.dashboard.report;

import org.jspecify.annotations.NullMarked;
