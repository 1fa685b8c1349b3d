# bash completion for mountsim: it asks the tool, so that it is never out of date.
# Install: mountsim completion bash > /etc/bash_completion.d/mountsim, or: source <(mountsim completion bash)
_mountsim() {
    local word=${COMP_LINE:0:COMP_POINT} line
    word=${word##*[[:space:]]}
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in "$word"*) COMPREPLY+=("$line") ;; esac
    done < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
    # What stands before = or : in the word is not replaced where these separate words.
    local before
    case $word in
        *[=:]*) before=${word%"${word##*[=:]}"}; COMPREPLY=("${COMPREPLY[@]#"$before"}") ;;
    esac
}
complete -o default -F _mountsim mountsim
