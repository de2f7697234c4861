/** How hard AWS is asked: request rates, ceilings, deadlines. */
@NullMarked
package io.shisei.aws.rate;

import org.jspecify.annotations.NullMarked;
