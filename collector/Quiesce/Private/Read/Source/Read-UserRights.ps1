function Read-UserRights {
    # Lines of the security policy that secedit exports. It can only write a file, so it gets one in the folder for
    # temporary files, which is read and removed again.
    param([int] $TimeoutSeconds = 120)

    $file = [IO.Path]::Combine([IO.Path]::GetTempPath(), "quiesce-rights-$([Guid]::NewGuid().ToString('n')).inf")
    try {
        [void] (Read-Program -What 'rights' -File $file -TimeoutSeconds $TimeoutSeconds)
        [IO.File]::ReadAllLines($file)
    }
    finally {
        if ([IO.File]::Exists($file)) { [IO.File]::Delete($file) }
    }
}
