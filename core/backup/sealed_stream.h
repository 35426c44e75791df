// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_code.h"

#include <QJsonObject>

#include <memory>
#include <optional>

class QIODevice;

namespace thimblely::backup {

/*!
 * A sealed stream of pieces: eight bytes of name, the length of the head (4 bytes, little endian), the head as JSON, in
 * the open, then each piece with its length, encrypted and authenticated in their order (libsodium's secretstream,
 * XChaCha20-Poly1305) under a key of its own that is sealed to the BackupKey. The head is authenticated with the first
 * piece, and the last one says that it is, so nothing can be changed, left out, moved or cut off without being seen.
 * It cannot be told from the seal who made it: whoever has the key's public half can make one.
 *
 * One pass and a piece in memory at a time, however large it is. On one thread at a time.
 */
class SealedWriter {
public:
    static constexpr qsizetype largestPiece = qsizetype(1) << 20;

    //! `head` is in the open; it gets the key and the seal beside what it holds. Errors: Io, DiskFull "backup.not_written".
    static Result<SealedWriter> begin(QIODevice &to, const BackupKey &key, QJsonObject head);
    ~SealedWriter();
    SealedWriter(SealedWriter &&) noexcept;
    SealedWriter &operator=(SealedWriter &&) = delete;

    Result<void> write(QByteArrayView piece); //!< at most largestPiece
    Result<void> finish();
    //! What reads this one stream back without the code, while it is still known.
    QByteArray streamKey() const;

private:
    struct State;
    explicit SealedWriter(std::unique_ptr<State> state);
    Result<void> put(QByteArrayView piece, unsigned char tag);
    std::unique_ptr<State> m_state;
};

/*!
 * Reads one back. Errors: NotOurs "backup.not_ours", TooNew "backup.too_new", Corrupt "backup.damaged" (changed, cut
 * off, or more behind its end), WrongSecret "backup.wrong_code".
 */
class SealedReader {
public:
    //! The head alone, which nobody has vouched for yet.
    static Result<QJsonObject> head(QIODevice &from);
    static Result<SealedReader> open(QIODevice &from, const QString &code);
    static Result<SealedReader> open(QIODevice &from, const BackupSecret &secret);
    static Result<SealedReader> openWithStreamKey(QIODevice &from, const QByteArray &streamKey);
    ~SealedReader();
    SealedReader(SealedReader &&) noexcept;
    SealedReader &operator=(SealedReader &&) = delete;

    const QJsonObject &head() const;
    //! The next piece; nothing after the last one, which was then the last.
    Result<std::optional<QByteArray>> read();

private:
    struct State;
    explicit SealedReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

//! The key that the head of a sealed stream names.
Result<BackupKey> keyOf(const QJsonObject &head);

} // namespace thimblely::backup
