package io.shisei.dashboard;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the next page that something was done; {@code argument} goes into the message. */
public record Notice(String code, String argument) {
    public static void leave(RedirectAttributes flash, String code, String argument) {
        flash.addFlashAttribute("notice", new Notice(code, argument));
    }
}
