function Get-At {
    # The flag at one place of an array property; null when the array is shorter.
    param($Object, [string] $Name, [int] $At)

    $list = @(Get-Value $Object $Name)
    if ($At -ge $list.Count -or $null -eq $list[$At]) { return $null }
    return [bool] $list[$At]
}
