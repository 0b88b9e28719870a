package io.amends.system;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A type that a module's sources declare.
 *
 * @param outer the name of the type that it is declared within; empty for a top-level type
 * @param components of a record; 0 for other types
 */
record DeclaredType(String module, String outer, String name, long components) {

    boolean topLevel() {
        return outer.isEmpty();
    }

    /** All named types of these sources. */
    static List<DeclaredType> of(String module, List<Path> sources) {
        List<DeclaredType> types = new ArrayList<>();
        JavaSources.scan(sources, (unit, positions) -> new Types(module, types).scan(unit, null));
        return types;
    }

    private static final class Types extends TreeScanner<Void, Void> {
        private final String module;
        private final List<DeclaredType> types;
        private String outer = "";

        private Types(String module, List<DeclaredType> types) {
            this.module = module;
            this.types = types;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String name = type.getSimpleName().toString();
            if (!name.isEmpty()) {
                types.add(new DeclaredType(module, outer, name, components(type)));
            }
            String around = outer;
            outer = name.isEmpty() ? around : name;
            super.visitClass(type, nothing);
            outer = around;
            return null;
        }

        /** A record has no fields of its instances but its components. */
        private static long components(ClassTree type) {
            return type.getKind() != Tree.Kind.RECORD
                    ? 0
                    : type.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                            .count();
        }
    }
}
