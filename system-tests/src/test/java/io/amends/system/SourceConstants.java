package io.amends.system;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The constants that Java sources declare, and the string literals of other sources that repeat one of them. */
final class SourceConstants {
    private static final Set<Modifier> CONSTANT = Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);

    // A letter or a blank says nothing of where it comes from.
    private static final int SHORTEST = 2;

    private final Map<String, String> declared = new HashMap<>();

    /** @param sources where constants are declared: public strings, and the constants of public enums */
    SourceConstants(List<Path> sources) {
        JavaSources.scan(sources, (unit, positions) -> new Declarations().scan(unit, null));
    }

    /** How many constants there are. */
    int size() {
        return declared.size();
    }

    /** Where a literal repeats a constant, and which. A path is repeated by an address that begins with it, too. */
    List<String> repeatedIn(List<Path> sources) {
        List<String> found = new ArrayList<>();
        JavaSources.scan(sources, (unit, positions) -> new Literals(unit, positions, found).scan(unit, null));
        return found;
    }

    private Optional<String> repeated(String text) {
        return declared.keySet().stream()
                .filter(value -> text.equals(value) || (value.startsWith("/") && text.startsWith(value)))
                .map(declared::get)
                .findFirst();
    }

    private final class Declarations extends TreeScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree field
                            && field.getModifiers().getFlags().containsAll(CONSTANT)) {
                        declare(type, field);
                    }
                }
            }
            return super.visitClass(type, nothing);
        }

        private void declare(ClassTree type, VariableTree field) {
            String name = type.getSimpleName() + "." + field.getName();
            if (field.getInitializer() instanceof LiteralTree literal
                    && literal.getValue() instanceof String text
                    && text.length() >= SHORTEST) {
                declared.putIfAbsent(text, name);
            }
            boolean writtenByName = field.getModifiers().getAnnotations().isEmpty();
            if (type.getKind() == Tree.Kind.ENUM && field.getInitializer() instanceof NewClassTree && writtenByName) {
                declared.putIfAbsent(field.getName().toString(), name);
            }
        }
    }

    private final class Literals extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        private Literals(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            // What people read may be the same word.
            return annotation.getAnnotationType().toString().equals("Message")
                    ? null
                    : super.visitAnnotation(annotation, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                repeated(text).ifPresent(constant -> found.add(place(literal) + ": \"" + text + "\" is " + constant));
            }
            return null;
        }

        private String place(LiteralTree literal) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, literal));
            return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
        }
    }
}
