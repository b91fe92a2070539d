function Get-ParentSetting {
    # The setting that a setting names as its parent, by the InstanceID inside the reference; references double backslashes.
    param([Parameter(Mandatory)] $Row, [Parameter(Mandatory)] [hashtable] $Rows)

    $parent = Get-Value $Row 'Parent'
    $id = Get-Value $parent 'InstanceID'
    if ($null -eq $id) { $id = if ("$parent" -match 'InstanceID\s*=\s*"(?<id>(?:[^"\\]|\\.)*)"') { $Matches['id'].Replace('\\', '\') } else { "$parent" } }
    return $Rows["$id".ToLowerInvariant()]
}
