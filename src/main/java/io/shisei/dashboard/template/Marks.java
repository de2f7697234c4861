package io.shisei.dashboard.template;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What tables say in every row, as attributes: {@code sh:severity="${it.severity}"}. A fragment of the template would say
 * the same, and take thirty times as long.
 */
@Component
class Marks extends AbstractProcessorDialect {

    static final String PREFIX = "sh";

    /** As late as Thymeleaf's own text, among its own attributes. */
    private static final int PRECEDENCE = 1300;

    Marks() {
        super("Shisei", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Stream.of(
                        new Word("severity", "sev", "severity", null),
                        new Word("status", "sign", "controlStatus", "data-status"),
                        new Word("compliance", "sign", "compliance", "data-status"),
                        new Word("workflow", "tag", "workflow", null),
                        new Word("record", "tag", "record", null),
                        new Word("standing", "sign", "standing", "data-state"),
                        new Word("scan-state", "sign", "scanState", "data-state"),
                        new Figure("number", Figures::number),
                        new Figure("percent", Figures::percent),
                        new Figure("change", Figures::change),
                        new Figure("moment", Figures::moment),
                        new Right("needs", true),
                        new Right("lacks", false))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The reader's word for a value of an enumeration, in its colour. */
    private static final class Word extends AbstractStandardExpressionAttributeTagProcessor {

        private final String look;
        private final String messages;
        private final @Nullable String data;

        /**
         * @param look the class of all such words, and before a dash of each of them
         * @param messages what stands before the dot in the keys of the words
         * @param data the attribute that keeps the value itself
         */
        Word(String name, String look, String messages, @Nullable String data) {
            super(TemplateMode.HTML, PREFIX, name, PRECEDENCE, true);
            this.look = look;
            this.messages = messages;
            this.data = data;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String text,
                Object value,
                IElementTagStructureHandler handler) {
            var word = value.toString();
            handler.setAttribute("class", look + " " + look + "-" + word.toLowerCase(Locale.ROOT));
            if (data != null) {
                handler.setAttribute(data, word);
            }
            handler.setBody(context.getMessage(null, messages + "." + word, new Object[0], true), false);
        }
    }

    /** A number or a moment, written as everywhere. */
    private static final class Figure extends AbstractStandardExpressionAttributeTagProcessor {

        private final Function<@Nullable Object, String> written;

        Figure(String name, Function<@Nullable Object, String> written) {
            super(TemplateMode.HTML, PREFIX, name, PRECEDENCE, true);
            this.written = written;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String text,
                @Nullable Object value,
                IElementTagStructureHandler handler) {
            if (value != null && tag.getElementCompleteName().equals("time")) {
                handler.setAttribute("datetime", value.toString());
            }
            handler.setBody(written.apply(value), false);
        }
    }
}
