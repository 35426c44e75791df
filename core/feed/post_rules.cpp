// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/post_rules.h"

#include "core/search/fold.h"

#include <QRegularExpression>
#include <QSet>

namespace thimblely::feed {

namespace {

constexpr int shortestName = 3; // "Al" would forbid half of all captions

Error invalid(const char *code, const QString &arg = {})
{
    return {ErrorKind::Invalid, code, arg.isNull() ? QStringList() : QStringList{arg}, {}};
}

//! A figure with a unit of length after it: "91 cm", "38 1/2 in", "36\"".
const QRegularExpression &measure()
{
    static const QRegularExpression found(
        QStringLiteral(R"(\d[\d.,/ ¼½¾⅛⅜⅝⅞]*\s*(?:cm|mm|centimet(?:er|re)s?|inch(?:es)?|in|["″”])(?![\p{L}\d]))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return found;
}

} // namespace

PostDraft tidied(PostDraft draft)
{
    draft.caption = draft.caption.trimmed();
    draft.location = draft.location.simplified();
    QStringList tags;
    for (const QString &typed : std::as_const(draft.tags)) {
        for (QString tag : typed.split(QRegularExpression(QStringLiteral("[\\s,;#]+")), Qt::SkipEmptyParts)) {
            if (!tags.contains(tag, Qt::CaseInsensitive))
                tags.append(tag);
        }
    }
    draft.tags = tags;
    return draft;
}

Result<void> checkPost(const PostDraft &draft, bool published)
{
    if (published && draft.photos.empty())
        return invalid("feed.no_photo");
    if (draft.photos.size() > size_t(mostPhotos))
        return invalid("feed.too_many_photos", QString::number(mostPhotos));
    if (draft.caption.size() > longestCaption)
        return invalid("feed.too_long", QString::number(longestCaption));
    if (draft.tags.size() > mostTags)
        return invalid("feed.too_many_tags", QString::number(mostTags));
    if (draft.order && draft.whose == Whose::Own)
        return invalid("feed.order_is_the_shops");
    return {};
}

Result<void> checkDiscreet(const PostDraft &draft, const QStringList &people)
{
    const QString all = draft.caption + u'\n' + draft.tags.join(u' ') + u'\n' + draft.location;
    const QStringList said = search::foldedWords(all);
    QSet<QString> words(said.begin(), said.end());
    for (const QString &tag : draft.tags) // "#NgoziOkafor"
        words.insert(search::fold(tag).remove(u' '));
    for (const QString &person : people) {
        const QStringList names = search::foldedWords(person);
        for (const QString &name : names) {
            if (name.size() >= shortestName && words.contains(name))
                return invalid("feed.names_client", name);
        }
        if (names.size() > 1 && words.contains(names.join(QString())))
            return invalid("feed.names_client", person);
    }
    if (const auto match = measure().match(all); match.hasMatch())
        return invalid("feed.gives_measures", match.captured().simplified());
    return {};
}

} // namespace thimblely::feed
