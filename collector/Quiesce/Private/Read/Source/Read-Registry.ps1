function Read-Registry {
    # Values of a key of HKEY_LOCAL_MACHINE as a dictionary, and with -Children one for each key below. The 64-bit view
    # is read unless -View32 is given. Nothing when the key does not exist.
    param([Parameter(Mandatory)] [string] $Key, [switch] $Children, [switch] $View32)

    $view = if ($View32) { [Microsoft.Win32.RegistryView]::Registry32 } else { [Microsoft.Win32.RegistryView]::Registry64 }
    $machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, $view)
    $opened = $machine.OpenSubKey($Key)
    if ($null -eq $opened) { return }
    $names = if ($Children) { $opened.GetSubKeyNames() } else { @('') }
    foreach ($name in $names) {
        $child = if ($name -eq '') { $opened } else { $opened.OpenSubKey($name) }
        if ($null -eq $child) { continue }
        $values = @{ '(key)' = $name }
        foreach ($value in $child.GetValueNames()) { $values[$value] = $child.GetValue($value) }
        $values
    }
}
