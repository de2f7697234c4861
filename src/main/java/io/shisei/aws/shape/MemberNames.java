package io.shisei.aws.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The names of a shape's members in AWS's writing and order, as its class file passes them to
 * {@code SdkField.Builder.memberName}. To ask the class itself would initialise it, which makes three classes for each member.
 */
final class MemberNames {

    private MemberNames() {}

    static List<String> of(Class<?> shape) {
        return ClassFile.of().parse(file(shape)).methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .flatMap(initializer -> initializer.code().stream())
                .flatMap(code -> names(code).stream())
                .toList();
    }

    private static byte[] file(Class<?> shape) {
        var name = shape.getName().substring(shape.getPackageName().length() + 1) + ".class";
        try (var file = Objects.requireNonNull(shape.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(CodeModel code) {
        var names = new ArrayList<String>();
        var text = "";
        for (var element : code) {
            if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String value) {
                text = value;
            } else if (element instanceof InvokeInstruction call && call.name().equalsString("memberName")) {
                names.add(text);
            }
        }
        return names;
    }
}
