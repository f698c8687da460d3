# Bash completion for begroot; installed as share/bash-completion/completions/begroot.

_begroot() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "tabel herkomst controle doelen kalender kijk vul meerjaren vergelijk gevoeligheid zoek risico verschil rapportage evaluatie samen versies export terug ververs table trace check goals calendar look fill multiyear compare sensitivity seek risk variance report evaluation consolidate versions back refresh --versie --help" -- "$word")
        return
    fi
    case $previous in
        --per)
            local per="speerpunt doel activiteit rekening kostenplaats kostendrager bestuur buurt rubriek"
            case $command in
                meerjaren | multiyear | vergelijk | compare) per="rj speerpunt doel aard" ;;
                samen | consolidate) per="rubriek speerpunt" ;;
            esac
            mapfile -t COMPREPLY < <(compgen -W "$per" -- "$word"); return ;;
        --weergave) mapfile -t COMPREPLY < <(compgen -W "plan boeking" -- "$word"); return ;;
        --verdeling) mapfile -t COMPREPLY < <(compgen -W "maanden 7/12" -- "$word"); return ;;
        --indeling) mapfile -t COMPREPLY < <(compgen -W "tabel jaarplan" -- "$word"); return ;;
        --formaat)
            local formats="tekst xlsx html md csv json"
            case $command in rapportage | report | evaluatie | evaluation) formats="tekst docx xlsx html md json" ;; esac
            mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$word"); return ;;
        --kolom)
            local columns="begroot begroot_tot werkelijk verschil nog_te_besteden prognose"
            case $command in samen | consolidate) columns="begroot begroot_tot werkelijk" ;; esac
            mapfile -t COMPREPLY < <(compgen -W "$columns" -- "$word"); return ;;
        --begroting) mapfile -t COMPREPLY < <(compgen -W "primitief actueel wijziging-1" -- "$word"); return ;;
        --van | --naar) mapfile -t COMPREPLY < <(compgen -W "primitief actueel wijziging-1 prognose:M4 prognose:M8 realisatie" -- "$word"); return ;;
        --rapportage) mapfile -t COMPREPLY < <(compgen -W "M4 M8 M12" -- "$word"); return ;;
        --uit | --ics | --vorige | --schrijf-profiel) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    esac
    local options="--help --formaat --uit --breedte --converteer --reken"
    case $command in
        tabel | table) options+=" --tot --rapportage --per --weergave --jaar --verdeling --begroting --indeling --centen" ;;
        doelen | goals) options+=" --tot --rapportage --begroting" ;;
        kalender | calendar) options="--help --formaat --uit --breedte --vanaf --tot --peildatum --ics" ;;
        herkomst | trace) options+=" --tot --rapportage --per --weergave --jaar --verdeling --begroting --kolom" ;;
        vul | fill) options="--help --uit --breedte --converteer --reken --tot --rapportage --proef --overschrijf --zonder-reken --zonder-onthouden" ;;
        meerjaren | multiyear) options+=" --scenario --stel --jaren --per --continuiteit --tot --rapportage --centen" ;;
        vergelijk | compare) options+=" --stel --jaren --per --doel --tot --rapportage --centen" ;;
        gevoeligheid | sensitivity) options+=" --scenario --stel --doel --tot --rapportage" ;;
        zoek | seek) options+=" --scenario --stel --doel --draai --minstens --hoogstens --tot --rapportage" ;;
        risico | risk) options+=" --scenario --stel --trekkingen --zaad --draden --alles --tot --rapportage" ;;
        verschil | variance) options+=" --scenario --stel --tot --centen" ;;
        samen | consolidate) options+=" --per --tot --zonder --herkomst --kolom --centen" ;;
        rapportage | report | evaluatie | evaluation) options+=" --begroting --centen" ;;
        versies | versions) options+=" --van --naar --centen" ;;
        export) options="--help --uit --scenario --risico --zaad --vergelijk --stel --tot --rapportage --converteer --reken" ;;
        terug | back) options="--help --uit --naam --breedte --converteer --reken" ;;
        ververs | refresh) options="--help --uit --proef --zonder-reken --tot --rapportage --breedte --converteer --reken" ;;
        kijk | look) options+=" --profiel --blad --jaar --vorige --vorig-blad --schrijf-profiel" ;;
    esac
    if [[ $command == rapportage || $command == report ]] && [[ $previous == *.toml ]]; then
        mapfile -t COMPREPLY < <(compgen -W "M4 M8 M12 $options" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ $command == kijk || $command == look || $command == vul || $command == fill || $command == terug || $command == back || $command == ververs || $command == refresh ]]; then
        mapfile -t COMPREPLY < <(compgen -o plusdirs -f -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -o plusdirs -f -X '!*.toml' -- "$word")
    fi
}

complete -o filenames -F _begroot begroot
