# Bash completion for begroot; installed as share/bash-completion/completions/begroot.

_begroot() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "tabel herkomst controle kijk vul meerjaren vergelijk gevoeligheid zoek risico verschil export table trace check look fill multiyear compare sensitivity seek risk variance --versie --help" -- "$word")
        return
    fi
    case $previous in
        --per) mapfile -t COMPREPLY < <(compgen -W "speerpunt doel activiteit rekening kostenplaats kostendrager rubriek" -- "$word"); return ;;
        --weergave) mapfile -t COMPREPLY < <(compgen -W "plan boeking" -- "$word"); return ;;
        --indeling) mapfile -t COMPREPLY < <(compgen -W "tabel jaarplan" -- "$word"); return ;;
        --formaat) mapfile -t COMPREPLY < <(compgen -W "tekst xlsx html md csv json" -- "$word"); return ;;
        --kolom) mapfile -t COMPREPLY < <(compgen -W "begroot begroot_tot werkelijk verschil nog_te_besteden prognose" -- "$word"); return ;;
        --rapportage) mapfile -t COMPREPLY < <(compgen -W "M4 M8 M12" -- "$word"); return ;;
        --uit | --vorige | --schrijf-profiel) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    esac
    local options="--help --formaat --uit --breedte --converteer --reken"
    case $command in
        tabel | table) options+=" --tot --rapportage --per --weergave --indeling --centen" ;;
        herkomst | trace) options+=" --tot --rapportage --per --weergave --kolom" ;;
        vul | fill) options="--help --uit --breedte --converteer --reken --tot --rapportage --proef --overschrijf --zonder-reken" ;;
        meerjaren | multiyear) options+=" --scenario --stel --jaren --per --tot --rapportage --centen" ;;
        vergelijk | compare) options+=" --stel --jaren --per --doel --tot --rapportage --centen" ;;
        gevoeligheid | sensitivity) options+=" --scenario --stel --doel --tot --rapportage" ;;
        zoek | seek) options+=" --scenario --stel --doel --draai --minstens --hoogstens --tot --rapportage" ;;
        risico | risk) options+=" --scenario --stel --trekkingen --zaad --draden --alles --tot --rapportage" ;;
        verschil | variance) options+=" --scenario --stel --tot --centen" ;;
        export) options="--help --uit --scenario --risico --zaad --vergelijk --stel --tot --rapportage --converteer --reken" ;;
        kijk | look) options+=" --profiel --blad --jaar --vorige --schrijf-profiel" ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $command == kijk || $command == look || $command == vul || $command == fill ]]; then
        mapfile -t COMPREPLY < <(compgen -o plusdirs -f -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -o plusdirs -f -X '!*.toml' -- "$word")
    fi
}

complete -o filenames -F _begroot begroot
