/** An application on the module path. */
module com.example.consumer {
    requires io.aims.rules;
}
