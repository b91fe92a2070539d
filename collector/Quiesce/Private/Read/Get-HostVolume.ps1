function Get-HostVolume {
    # The host volume below a path: the one whose root is the longest beginning of it. Null for shares and unknown roots.
    param([Parameter(Mandatory)] [hashtable] $Run, $Path)

    if ($null -eq $Path -or "$Path".StartsWith('\\')) { return $null }
    $best = $null
    $length = 0
    foreach ($volume in $Run.Volumes) {
        $root = "$($volume['path'])".TrimEnd('\')
        if ($root -eq '' -or $root.Length -le $length) { continue }
        if ("$Path".StartsWith("$root\", [StringComparison]::OrdinalIgnoreCase)) { $best = $volume; $length = $root.Length }
    }
    return $best
}
