/** What the template engine is given beside its own. */
@NullMarked
package io.shisei.dashboard.template;

import org.jspecify.annotations.NullMarked;
