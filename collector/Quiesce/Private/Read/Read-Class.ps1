function Read-Class {
    # All instances of a class on the host of this run: this machine, or the one whose session it holds.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $ClassName, [string] $Namespace = 'root/cimv2', [string] $Filter)

    $with = @{ ClassName = $ClassName; Namespace = $Namespace; TimeoutSeconds = $Run.CallSeconds }
    if ($Filter) { $with['Filter'] = $Filter }
    if ($null -ne $Run.Session) { $with['Session'] = $Run.Session }
    return Invoke-Source -Run $Run -Reader 'Read-Cim' -With $with
}
