/** What operators say of controls, everywhere, in organizational units and in accounts: whether they are on, and parameters. */
@NamedInterface("setting")
@NullMarked
package io.shisei.control.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
