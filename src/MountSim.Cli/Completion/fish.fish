# fish completion for mountsim: it asks the tool, so that it is never out of date.
# Install: mountsim completion fish > ~/.config/fish/completions/mountsim.fish
function __mountsim_suggest
    mountsim suggest (commandline -cp | string collect) 2>/dev/null
end
complete -c mountsim -a "(__mountsim_suggest)"
