# bash completion for mountsim: it asks the tool, so that it is never out of date.
# Install: mountsim completion bash > /etc/bash_completion.d/mountsim, or: source <(mountsim completion bash)
_mountsim() {
    local line=${COMP_LINE:0:COMP_POINT} word before
    word=${line##*[[:space:]]}
    mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" suggest "$line" 2>/dev/null)
    # bash takes = and : for ends of words: what stands before them is not replaced.
    case $word in
        *[=:]*) before=${word%"${word##*[=:]}"}; COMPREPLY=("${COMPREPLY[@]#"$before"}") ;;
    esac
}
complete -o default -F _mountsim mountsim
