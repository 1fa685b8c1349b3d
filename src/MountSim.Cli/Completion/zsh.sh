#compdef mountsim
# zsh completion for mountsim: it asks the tool, so that it is never out of date.
# Install: mountsim completion zsh > "${fpath[1]}/_mountsim", or: source <(mountsim completion zsh)
_mountsim() {
    local -a found
    found=("${(@f)$("${words[1]}" suggest "${(j: :)words[1,CURRENT]}" 2>/dev/null)}")
    found=("${(@)found:#}")
    if (( $#found )); then compadd -- "${found[@]}"; else _files; fi
}
if [ "${funcstack[1]}" = "_mountsim" ]; then _mountsim "$@"; else compdef _mountsim mountsim; fi
